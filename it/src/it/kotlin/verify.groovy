def log = new File(basedir, 'build.log').text
def classes = new File(basedir, 'target/classes')

// kapt's stubs have no bodies: the rules about them look at none, and one note says so.
assert log.count('the methods of a Kotlin class have other bodies here than in its source') == 1
assert log.contains('CountLines: at most 10 hops, 2.5 h')
assert !log.contains('[ERROR]')
assert log =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0/
assert new File(classes, 'com/acme/CountLinesHandler.class').exists()
