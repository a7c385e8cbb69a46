def log = new File(basedir, 'build.log').text

assert log.contains('module com.acme.modules ran module dev.longhaul.runtime:' +
        ' {"chain":"nightly","hop":0,"status":"COMPLETED","steps":10}')
assert log.contains('{"chain":"orders","hop":0,"status":"COMPLETED","steps":2}')
