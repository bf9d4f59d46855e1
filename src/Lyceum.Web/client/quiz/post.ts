import type { Receipt, Reply, Send } from "./courier";
import type { ServerClock } from "./serverClock";

const patienceMs = 10_000;

/** Sends to the school over fetch. No answer, a broken one and a server that is just starting are all "unreachable": the same thing helps. */
export function postTo(urls: { answers: string; submission: string }, clock: ServerClock): Send {
  return async (to, body): Promise<Reply> => {
    const sentAt = Date.now();
    try {
      const response = await fetch(urls[to], {
        method: "POST",
        headers: { "content-type": "application/json", "RequestVerificationToken": csrfToken() },
        body: JSON.stringify(body),
        redirect: "manual",
        signal: AbortSignal.timeout(patienceMs),
      });
      if (response.type === "opaqueredirect") return { kind: "refused", status: 401, message: "" };
      if (response.status >= 500 || response.status === 408 || response.status === 429) return { kind: "unreachable" };
      if (!response.ok) return { kind: "refused", status: response.status, message: await reasonOf(response) };
      const receipt = await response.json() as Receipt;
      clock.learn(receipt.now, sentAt);
      return { kind: "receipt", receipt };
    } catch {
      return { kind: "unreachable" };
    }
  };
}

/** The last chance of a page that is going away; if it fails, the journal still has everything. */
export function sendWhileLeaving(url: string, body: unknown): void {
  const text = JSON.stringify(body);
  if (text.length > 60_000) return;
  void fetch(url, {
    method: "POST", keepalive: true, body: text, headers: { "content-type": "application/json", "RequestVerificationToken": csrfToken() },
  }).catch(() => undefined);
}

function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
}

/** A refusal is a problem (RFC 9457) with its reason in the reader's language; anything else has none to tell. */
async function reasonOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("problem+json")) return "";
  return ((await response.json()) as { detail?: string }).detail ?? "";
}
