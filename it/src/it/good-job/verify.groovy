def log = new File(basedir, 'build.log').text
def classes = new File(basedir, 'target/classes')

assert log.contains('CountLines: at most 10 hops, 2.5 h, $0.21')
assert log =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0/
assert new File(classes, 'com/acme/CountLinesHandler.class').exists()
assert new File(classes, 'META-INF/longhaul/com.acme.CountLines.template.yaml').text.contains("FunctionName: !Sub 'CountLines\${Suffix}'")

// What was published: a processor that needs nothing beside it, and gets in nobody's way.
def published = new File(localRepositoryPath, 'dev/longhaul/longhaul-processor')
def jar = null
def pom = null
published.eachFileRecurse { if (it.name.endsWith('.jar')) jar = it; if (it.name.endsWith('.pom')) pom = it }
def entries = new java.util.zip.ZipFile(jar).entries().collect { it.name }
assert entries.findAll { it.endsWith('.class') && !it.startsWith('dev/longhaul/processor/') } == ['module-info.class']
assert entries.any { it.startsWith('dev/longhaul/processor/shaded/javapoet/') }
assert entries.containsAll(['META-INF/services/javax.annotation.processing.Processor',
                            'META-INF/gradle/incremental.annotation.processors'])
def needed = new groovy.xml.XmlSlurper().parse(pom).dependencies.dependency.findAll { !(it.scope in ['test', 'provided']) }
assert needed.isEmpty() : needed
