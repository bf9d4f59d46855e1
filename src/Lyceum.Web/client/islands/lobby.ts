import { hubWire } from "../class/hub";
import { Lobby } from "../class/lobby";
import { readSetup } from "../class/setup";
import { readWords } from "../class/words";

readWords(document);
const setup = readSetup(document);
new Lobby(document, setup, hubWire(setup.classId, setup.logUrl)).start();
