import type { KitChange, KitItem } from '@/vault/kit'

/** One change done to the kit: see `NotebookPorts`. */
export function changed(list: readonly KitItem[], change: KitChange): readonly KitItem[] {
  switch (change.kind) {
    case 'added':
      return list.some(({ id }) => id === change.item.id) ? list : [...list, change.item]
    case 'changed':
      // Removed on another device meanwhile: what was written here is not lost for it.
      return list.some(({ id }) => id === change.item.id)
        ? list.map((item) => (item.id === change.item.id ? change.item : item))
        : [...list, change.item]
    case 'removed':
      return list.filter(({ id }) => id !== change.id)
  }
}

export type OfKind<Kind extends KitItem['kind']> = Extract<KitItem, { kind: Kind }>

export const ofKind = <Kind extends KitItem['kind']>(list: readonly KitItem[], kind: Kind): OfKind<Kind>[] =>
  list.filter((item): item is OfKind<Kind> => item.kind === kind)
