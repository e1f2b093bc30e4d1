// Runs the built pages' server (Next, standalone) for as long as the process that started it lives: its end of our
// standard input closes when it ends, even by kill -9, and a page server nobody serves would only hold a port.

process.stdin.resume()
process.stdin.once('close', () => process.exit(0))

await import(new URL('.next/standalone/apps/web/server.js', import.meta.url).href)
