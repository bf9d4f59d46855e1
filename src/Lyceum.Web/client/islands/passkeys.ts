// Makes a passkey on the account page, and signs in with one on the sign-in page, where the browser knows how.
const token = document.querySelector<HTMLMetaElement>("meta[name=csrf]")!.content;

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json", RequestVerificationToken: token }, body: JSON.stringify(body) });
}

const canDo = typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;

const adder = document.querySelector<HTMLElement>("passkey-adder");
if (adder && canDo) {
  const button = adder.querySelector("button")!;
  button.hidden = false;
  button.addEventListener("click", () => void add(adder, button));
}

async function add(host: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await (await post("/me/passkeys/options", {})).json());
    const credential = await navigator.credentials.create({ publicKey: options }) as PublicKeyCredential;
    const answer = await post("/me/passkeys/", { credential: JSON.stringify(credential.toJSON()) });
    if (!answer.ok) throw new Error(String(answer.status));
    location.reload();
  } catch {
    host.querySelector("[role=status]")!.textContent = host.dataset.failed!;
    button.disabled = false;
  }
}

const joiner = document.querySelector<HTMLElement>("passkey-joiner");
if (joiner && canDo) {
  const button = joiner.querySelector("button")!;
  button.hidden = false;
  button.addEventListener("click", () => void join(joiner, button));
}

/** Somebody who is invited comes in with a passkey and no password. */
async function join(host: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    const asked = await post("/account/invitation/passkey/options", { token: host.dataset.token });
    if (!asked.ok) throw new Error(String(asked.status));
    const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await asked.json()) }) as PublicKeyCredential;
    const answer = await post("/account/invitation/passkey/", { token: host.dataset.token, credential: JSON.stringify(credential.toJSON()) });
    if (!answer.ok) throw new Error(String(answer.status));
    location.assign("/");
  } catch {
    host.querySelector("[role=status]")!.textContent = host.dataset.failed!;
    button.disabled = false;
  }
}

const signIn = document.querySelector<HTMLElement>("passkey-signin");
if (signIn && canDo) {
  const button = signIn.querySelector("button")!;
  button.hidden = false;
  button.addEventListener("click", () => void enter(signIn, button));
}

async function enter(host: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await (await post("/signin/passkey/options", {})).json());
    const credential = await navigator.credentials.get({ publicKey: options }) as PublicKeyCredential;
    const answer = await post("/signin/passkey/", { credential: JSON.stringify(credential.toJSON()) });
    if (!answer.ok) throw new Error((await answer.json() as { detail: string }).detail);
    location.assign(host.dataset.next!);
  } catch (failure) {
    const refused = failure instanceof Error && failure.name === "Error" && failure.message;
    host.querySelector("[role=status]")!.textContent = refused || host.dataset.failed!;
    button.disabled = false;
  }
}
