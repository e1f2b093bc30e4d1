'use client'

import dynamic from 'next/dynamic'
import { Section } from '@/components/section'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import { Colours } from './colours'
import { Parts } from './parts'
import { Stones } from './stones'
import { Type } from './type'

const Widgets = dynamic(() => import('./widgets').then((file) => file.Widgets), { ssr: false })

/** What the house is made of, for whoever builds it: only in `npm run dev`. */
export function LookPage() {
  return (
    <Shell>
      <Title>Look</Title>
      <Section title="Stone">
        <Stones />
      </Section>
      <Section title="Roles of colour">
        <Colours />
      </Section>
      <Section title="Type">
        <Type />
      </Section>
      <Section title="Parts">
        <Parts />
      </Section>
      <Section title="Widgets">
        <Widgets />
      </Section>
    </Shell>
  )
}
