import { TOPICS } from '@turnstone/content'
import { useLocale } from 'next-intl'
import type { Answered } from '@/vault/register-content'

/** What a topic is called: in the reader's language, or in the words of whoever wrote it. */
export function useTopicName(): (of: Pick<Answered, 'topic' | 'own'>) => string {
  const locale = useLocale() === 'es' ? 'es' : 'en'
  return ({ topic, own }) => (own ? undefined : TOPICS.find(({ id }) => id === topic)?.name[locale]) ?? topic
}
