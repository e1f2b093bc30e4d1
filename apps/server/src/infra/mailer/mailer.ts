export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Where mails go. `folder` is for trying it out on one machine; `none` refuses nothing and sends nothing. */
export interface Mailer {
  readonly way: 'mail' | 'folder' | 'none'
  /** Returns at once: whoever asked must not learn from the time it takes. Failures are logged, never thrown. */
  send(mail: Mail): void
  /** Gives up what is still being tried. */
  close(): Promise<void>
}
