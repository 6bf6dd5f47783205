// Answers with the method, the target and the content of the request, a line each: node echo.js PORT
const http = require('http')

http.createServer((request, response) => {
    const parts = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
        const text = `${request.method}\n${request.url}\n${Buffer.concat(parts).toString('hex')}\n`
        response.writeHead(200, { 'Content-Length': Buffer.byteLength(text) })
        response.end(text)
    })
}).listen(Number(process.argv[2]), '127.0.0.1')
