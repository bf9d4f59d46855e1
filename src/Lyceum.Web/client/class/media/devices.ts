/** The chosen devices, remembered on this device; an id that is no longer there is passed over. */
export interface Chosen { microphone: string; camera: string; speaker: string; startsMuted: boolean; startsHidden: boolean; blursBackground: boolean | null }

const name = "lyceum.room.devices";
const usual: Chosen = { microphone: "", camera: "", speaker: "", startsMuted: true, startsHidden: true, blursBackground: null };

export function chosen(): Chosen {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<Chosen> };
  } catch {
    return usual;
  }
}

export function choose(change: Partial<Chosen>) {
  try {
    localStorage.setItem(name, JSON.stringify({ ...chosen(), ...change }));
  } catch { /* Only this visit, then. */ }
}

const exactly = (id: string) => id ? { deviceId: { ideal: id } } : {};

export function openMicrophone(): Promise<MediaStreamTrack> {
  return open({ audio: { ...exactly(chosen().microphone), echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
}

export function openCamera(): Promise<MediaStreamTrack> {
  return open({ video: { ...exactly(chosen().camera), width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } } });
}

/** The screen, and its sound where the browser gives it. */
export async function openScreen(): Promise<{ picture: MediaStreamTrack; sound: MediaStreamTrack | null }> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } }, audio: true });
  const [picture] = stream.getVideoTracks();
  if (!picture) throw new DOMException("No picture", "NotFoundError");
  picture.contentHint = "detail";
  return { picture, sound: stream.getAudioTracks()[0] ?? null };
}

async function open(constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
  // Pages without TLS have no devices at all.
  if (!navigator.mediaDevices) throw new DOMException("No devices", "NotSupportedError");
  const stream = await navigator.mediaDevices.getUserMedia(constraints);
  return stream.getTracks()[0]!;
}
