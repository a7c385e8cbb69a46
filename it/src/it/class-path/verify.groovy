def log = new File(basedir, 'build.log').text
def classes = new File(basedir, 'target/classes')

assert log.contains('CountLines: at most 10 hops, 2.5 h, $0.21')
assert log =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0/
assert new File(classes, 'com/acme/CountLinesHandler.class').exists()
assert new File(classes, 'META-INF/longhaul/com.acme.CountLines.template.yaml').text.contains("FunctionName: !Sub 'CountLines\${Suffix}'")
