export { ReservedHeightController } from './reserved-height-controller.ts';
export { ResourceController, type ResourceConfig } from './resource-controller.ts';
export { SessionController, type Report, type SessionHost } from './session-controller.ts';
export { stateOf, StatesController, type StateName } from './states-controller.ts';
export type { AbsentReason, View } from './view.ts';
export { VisibilityController } from './visibility-controller.ts';
