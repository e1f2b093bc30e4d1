'use client'

import { BilingualPage } from '@/components/bilingual-page'
import { Document } from '@/components/document'

/* Everything failed, the messages too: so the words are here. */
export default function GlobalError() {
  return (
    <Document locale="en">
      <BilingualPage
        en={{
          title: 'This page could not open',
          words: 'What you saved is safe. Reload the page, or go home.',
          home: 'Home',
        }}
        es={{
          title: 'Esta página no se pudo abrir',
          words: 'Lo que guardaste está a salvo. Recarga la página o vuelve al inicio.',
          home: 'Inicio',
        }}
      />
    </Document>
  )
}
