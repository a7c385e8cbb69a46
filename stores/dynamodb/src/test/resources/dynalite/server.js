// Serves DynamoDB on a free port of the loopback, prints the port, and ends with the process that started it.
const dynalite = require('dynalite')

const server = dynalite({ createTableMs: 0, deleteTableMs: 0 })
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.resume()
process.stdin.on('close', () => process.exit(0))

// dynalite throws where a client goes away in the middle of its request, which processes that are killed do.
process.on('uncaughtException', (e) => {
  if (e.code !== 'ECONNRESET') {
    console.error(e);
    process.exit(1);
  }
});
