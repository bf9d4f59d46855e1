// Makes src/Lyceum.Web/Features/Accounts/common-passwords.bin from the list of zxcvbn (MIT; docs/decisions/0081): the first five bytes of the
// SHA-256 of each password and of what is left of it without digits and signs at its ends, sorted.
// npm pack zxcvbn@4.4.2 && tar xzf zxcvbn-4.4.2.tgz && node tools/common-passwords.mjs package/lib/frequency_lists.js
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const list = /passwords: "([^"]+)"/.exec(readFileSync(process.argv[2], "utf8"))[1].split(",");
const plain = list.map(one => one.toLowerCase());
const stems = plain.map(one => one.replace(/^[0-9!?*#$@]+|[0-9!?*#$@]+$/g, "")).filter(one => one.length >= 4);
const hashes = [...new Set([...plain.filter(one => one.length >= 4), ...stems])].map(one => createHash("sha256").update(one).digest().subarray(0, 5));
hashes.sort(Buffer.compare);
writeFileSync(new URL("../src/Lyceum.Web/Features/Accounts/common-passwords.bin", import.meta.url), Buffer.concat(hashes));
console.log(`${list.length} passwords, ${hashes.length} entries`);
