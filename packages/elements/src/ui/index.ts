export { Announcer } from './announcer.ts';
export { baseStyles } from './base.styles.ts';
export { cardStyles } from './card.styles.ts';
export {
  chip,
  chipRemove,
  link,
  segmented,
  type ChipOptions,
  type SegmentedOptions,
} from './controls.ts';
export { chipStyles } from './chip.styles.ts';
export { choiceStyles } from './choice.styles.ts';
export { FloatController } from './float.ts';
export { floatStyles } from './float.styles.ts';
export { badge, icon, tile, type Drawing, type Tone } from './icon.ts';
export { marked } from './mark.ts';
export {
  bone,
  emptyState,
  errorState,
  errorText,
  type ErrorStateOptions,
  type ShownError,
  type StateOptions,
} from './states.ts';
export { segmentedStyles } from './segmented.styles.ts';
export { stateStyles } from './states.styles.ts';
