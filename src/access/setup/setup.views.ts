export class SetupView {
  /** The installation still waits for its first administrators. */
  pending: boolean;
}
