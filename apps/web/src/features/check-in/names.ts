/** How the other person is called here: by their name, else "the other person". */
export type OtherName = string | null

/** As the messages take it. */
export const known = (name: OtherName) => ({
  known: name === null ? ('no' as const) : ('yes' as const),
  name: name ?? '',
})
