/** A reference to an element of the page, as WebDriver writes it. */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
export type Reference = { readonly [ELEMENT]: string }

/** One session of a W3C WebDriver server. Everything it can do is a request; these tests need eight of them. */
export class WebDriverSession {
  readonly #url: string

  private constructor(url: string) {
    this.#url = url
  }

  static async open(serverUrl: string, capabilities: object): Promise<WebDriverSession> {
    const { sessionId } = await ask<{ sessionId: string }>('POST', `${serverUrl}/session`, {
      capabilities: { alwaysMatch: capabilities },
    })
    return new WebDriverSession(`${serverUrl}/session/${sessionId}`)
  }

  get<Value>(path: string): Promise<Value> {
    return ask<Value>('GET', `${this.#url}${path}`)
  }

  post<Value = null>(path: string, body: object = {}): Promise<Value> {
    return ask<Value>('POST', `${this.#url}${path}`, body)
  }

  /** Runs a function in the page; it can use nothing from outside itself. */
  run<Args extends unknown[], Value>(work: (...args: Args) => unknown, ...args: Args): Promise<Value> {
    return this.post<Value>('/execute/sync', { script: `return (${work.toString()})(...arguments)`, args })
  }

  async close(): Promise<void> {
    await ask('DELETE', this.#url)
  }
}

async function ask<Value>(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object): Promise<Value> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}
