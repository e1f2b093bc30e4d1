/*
 * react-aria-components writes a style element of its own unless there is an element with this id; our
 * Content-Security-Policy would refuse it and complain. Its one rule stands in aria.module.css.
 */
const ID = 'react-aria-pressable-style'

if (typeof document !== 'undefined' && !document.getElementById(ID)) {
  const mark = document.createElement('meta')
  mark.id = ID
  document.head.append(mark)
}
