def log = new File(basedir, 'build.log').text
def project = new File(basedir, 'target/primes')

assert log.contains('CountPrimes: at most 96 hops, 48 min')
assert log =~ /Tests run: 2, Failures: 0, Errors: 0, Skipped: 0/
assert log.contains('78498') : 'the primes below a million'
assert new File(project, 'target/classes/META-INF/longhaul/com.acme.primes.CountPrimes.template.yaml').exists()

// Joined, not replaced: of each store that is in it.
def jar = new java.util.zip.ZipFile(new File(project, 'target/function.jar'))
def stores = jar.getInputStream(jar.getEntry('META-INF/services/dev.longhaul.runtime.store.CheckpointStoreProvider')).text
assert stores.contains('dynamodb') && stores.contains('file')
jar.close()
