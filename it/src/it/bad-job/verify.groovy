def log = new File(basedir, 'build.log').text
def source = new File(basedir, 'src/main/java/com/acme/Reconcile.java').path

def tick = 'tickMillis is 10000 and safeMillis is 5000: the watchdog would look too late.' +
        ' Make tickMillis smaller than safeMillis.'
def terminate = 'Reconcile has no @Terminate method, so it would never end.' +
        ' Add one: @Terminate boolean isDone() { return ...; }'

assert log.contains("[ERROR] ${source}:[7,47] [TickNotBelowSafe] ${tick}")
assert log.contains("[ERROR] ${source}:[8,8] [TerminateMissing] ${terminate}")
assert log.readLines().findAll { it.startsWith('[ERROR] ' + source) }.toSet().size() == 2
assert !new File(basedir, 'target/classes/com/acme/Reconcile.class').exists()
