import { hubWire } from "../class/line/hub";
import { Lobby } from "../class/lobby/lobby";
import { readSetup } from "../class/setup";
import { readWords } from "../class/words";

readWords(document);
const setup = readSetup(document);
new Lobby(document, setup, hubWire(setup)).start();
