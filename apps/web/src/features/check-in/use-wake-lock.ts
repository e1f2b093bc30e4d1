import { useEffect } from 'react'

/**
 * Keeps the screen lit, where the browser can. The lock is let go by itself when the page is hidden, and taken again when
 * it is shown.
 */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let taking = false
    let over = false
    const take = async () => {
      if (document.visibilityState !== 'visible' || taking || lock?.released === false) return
      taking = true
      try {
        lock = await navigator.wakeLock.request('screen')
        if (over) await lock.release()
      } catch (thrown) {
        // A low battery refuses it; the check-in goes on all the same.
        if (!(thrown instanceof DOMException)) throw thrown
      } finally {
        taking = false
      }
    }
    void take()
    document.addEventListener('visibilitychange', take)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', take)
      void lock?.release()
    }
  }, [wanted])
}
