import type { Mail } from '../../infra/mailer/mailer.ts'

type Locale = 'en' | 'es'

interface Words {
  readonly subject: string
  readonly asked: string
  readonly link: string
  readonly once: string
  readonly closed: string
  readonly notYou: string
}

/* A mailbox is read over shoulders: nothing here says what this is about. */
const WORDS: Readonly<Record<Locale, (host: string) => Words>> = {
  en: (host) => ({
    subject: 'A new password',
    asked: `Somebody, probably you, asked for a new password at ${host}.`,
    link: 'Choose a new password',
    once: 'The link works once, for one hour.',
    closed:
      'With it you can sign in. What you wrote stays closed until your recovery code opens it: a mail cannot do that.',
    notYou: 'If it was not you, leave this mail alone. Nothing has changed.',
  }),
  es: (host) => ({
    subject: 'Una contraseña nueva',
    asked: `Alguien, probablemente tú, pidió una contraseña nueva en ${host}.`,
    link: 'Elegir una contraseña nueva',
    once: 'El enlace sirve una vez, durante una hora.',
    closed:
      'Con ella puedes entrar. Lo que escribiste sigue cerrado hasta que lo abra tu código de recuperación: eso no lo puede hacer un correo.',
    notYou: 'Si no fuiste tú, no hagas nada con este correo. Nada ha cambiado.',
  }),
}

/**
 * The mail with the link. The token is in the fragment: it does not reach a server before a person sends it, and opening
 * the link, as mail scanners do, uses nothing up.
 */
export function resetMail(of: { to: string; locale: Locale; origin: string; token: Buffer }): Mail {
  const link = `${of.origin}/${of.locale}/reset#${of.token.toString('base64url')}`
  const words = WORDS[of.locale](new URL(of.origin).host)
  return {
    to: of.to,
    subject: words.subject,
    text: `${[words.asked, `${words.link}:\n${link}`, words.once, words.closed, words.notYou].join('\n\n')}\n`,
    html: htmlOf(of.locale, words, link),
  }
}

function htmlOf(locale: Locale, words: Words, link: string): string {
  const paragraphs = [
    escaped(words.asked),
    `<a href="${escaped(link)}">${escaped(words.link)}</a>`,
    escaped(words.once),
    escaped(words.closed),
    escaped(words.notYou),
  ]
  const body = paragraphs.map((inner) => `<p>${inner}</p>`).join('\n')
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(words.subject)}</title></head><body>\n${body}\n</body></html>\n`
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
