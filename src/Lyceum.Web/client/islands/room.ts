import { hubWire } from "../class/line/hub";
import "../class/screen";
import type { RoomScreen } from "../class/screen";
import { readSetup } from "../class/setup";
import { readWords } from "../class/words";

readWords(document);
const setup = readSetup(document);
document.querySelector<RoomScreen>("room-screen")!.open(setup, hubWire(setup));
