import { html } from "lit";
import type { RoomWire } from "../line/wire";
import type { MediaSource } from "../log/events.generated";
import type { Room } from "../room";
import { t } from "../words";

/** Asks, before anything of this person can be recorded, whether they want that. Asked in the lobby already, it is not asked again. */
export class Consent {
  private wanted: MediaSource | null = null;
  private hasAsked = false;

  constructor(private readonly room: Room, private readonly wire: RoomWire, private readonly dialog: () => HTMLDialogElement,
    private readonly turnOn: (source: MediaSource) => void, private readonly refuse: (message: string) => void) {}

  /** Whoever came by without the lobby is asked here. */
  entered() {
    if (this.room.setup.mode !== "live" || this.room.setup.agreesToRecording !== null || this.hasAsked) return;
    this.hasAsked = true;
    this.ask(null);
  }

  ask(source: MediaSource | null) {
    this.wanted = source;
    if (!this.dialog().open) this.dialog().showModal();
  }

  async agree() {
    const { wanted } = this;
    this.wanted = null;
    try {
      await this.wire.agree();
      this.room.setup.agreesToRecording = true;
      if (wanted) this.turnOn(wanted);
    } catch (error) {
      this.refuse((error as Error).message);
    }
  }

  decline() {
    this.wanted = null;
    this.room.setup.agreesToRecording = false;
  }
}

export const consentDialog = (actions: { agree(): void; decline(): void }) => html`<dialog class="room-dialog" data-dialog="consent" aria-labelledby="consent-title" @cancel=${() => actions.decline()}>
  <h2 id="consent-title">${t("This class is recorded")}</h2>
  <p>${t("What you say and show is recorded while your microphone, camera or screen is on, and whoever is in the course can replay it. Afterwards you can ask to be taken out of it.")}</p>
  <form method="dialog" class="room-actions">
    <button class="room-button" data-is="play" type="submit" @click=${() => actions.agree()}>${t("I agree to be recorded")}</button>
    <button class="room-button" type="submit" @click=${() => actions.decline()}>${t("Stay without microphone and camera")}</button>
  </form>
</dialog>`;
