/** The server's clock as this device knows it: the device's own plus an offset, taken from the quickest exchange so far. */
export class ServerClock {
  private offset: number;
  private bestTrip = Number.POSITIVE_INFINITY;

  constructor(serverNow: number, private readonly device: () => number = Date.now) {
    this.offset = serverNow - device();
  }

  now(): number { return this.device() + this.offset; }

  /** The server said `serverNow` in answer to what was sent at `sentAt` on the device's clock. */
  learn(serverNow: number, sentAt: number): void {
    const receivedAt = this.device();
    const trip = receivedAt - sentAt;
    const offset = serverNow + trip / 2 - receivedAt;
    // A device clock that was set anew shows as a jump no slow trip explains; then the old best is worth nothing.
    if (trip < 0 || trip <= this.bestTrip || Math.abs(offset - this.offset) > trip + this.bestTrip) {
      this.offset = offset;
      this.bestTrip = Math.max(trip, 0);
    }
  }
}
