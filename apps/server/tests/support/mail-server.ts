import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

/** What the server answers to the end of a mail, in order; then it takes every mail. */
type Answers = string[]

/** Just enough SMTP to receive what we send. */
export class MailServer {
  readonly mails: string[] = []
  attempts = 0
  readonly #server: Server
  readonly #answers: Answers

  private constructor(server: Server, answers: Answers) {
    this.#server = server
    this.#answers = answers
    server.on('connection', (socket) => this.#greet(socket))
  }

  static async open(...answers: Answers): Promise<MailServer> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new MailServer(server, answers)
  }

  get url(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the mail server is closed')
    return `smtp://127.0.0.1:${address.port}`
  }

  close(): void {
    this.#server.close()
  }

  #greet(socket: Socket): void {
    let mail: string | null = null
    let rest = ''
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (mail === null) {
          if (line === 'DATA') mail = ''
          socket.write(line === 'DATA' ? '354 go on\r\n' : '250 fine\r\n')
        } else if (line === '.') {
          this.attempts += 1
          const answer = this.#answers.shift() ?? '250 taken'
          if (answer.startsWith('250')) this.mails.push(mail)
          mail = null
          socket.write(`${answer}\r\n`)
        } else mail += `${line}\n`
      }
    })
  }
}
