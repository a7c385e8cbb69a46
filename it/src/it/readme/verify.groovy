def classes = new File(basedir, 'target/classes')

assert new File(basedir, 'build.log').text.contains('CountLines: at most 96 hops')
assert new File(classes, 'com/acme/CountLinesHandler.class').exists()
