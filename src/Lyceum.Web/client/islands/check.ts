import { readWords } from "../class/words";

readWords(document);
// The element draws itself as soon as it is defined, and needs its words by then.
void import("../support/check");
