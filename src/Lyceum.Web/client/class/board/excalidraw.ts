import { CaptureUpdateAction, Excalidraw, MainMenu, reconcileElements, restoreElements } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { replaces } from "./apply";
import type { BoardElement, RoomBoard } from "../log/events.generated";
import { t } from "../words";
import { Changes, fromSchool, type Drawn } from "./wire";

type Api = Parameters<NonNullable<Parameters<typeof Excalidraw>[0]["excalidrawAPI"]>>[0];
type Scene = ReturnType<Api["getSceneElementsIncludingDeleted"]>;

export interface BoardLook { isReadOnly: boolean; isDark: boolean; language: string; name: string }
export interface BoardListener { drew(done: BoardElement[], drafts: BoardElement[]): void }
export interface MountedBoard { look(look: BoardLook): void; show(elements: RoomBoard["elements"]): void; stop(): void }

const sendEvery = 200;

/** Excalidraw in a place of the page. This file comes only when a board is opened. */
export function mountBoard(host: HTMLElement, first: BoardLook, listener: BoardListener): MountedBoard {
  const root = createRoot(host);
  const changes = new Changes();
  let api: Api | null = null;
  let shown: RoomBoard["elements"] = {};
  let now = first;
  let isDirty = false;
  let hasLookedAround = false;

  const draw = () => root.render(createElement(Excalidraw, {
    excalidrawAPI: given => {
      api = given;
      given.onPointerDown(() => { hasLookedAround = true; });
      show(shown);
    },
    onChange: () => { isDirty = true; },
    viewModeEnabled: now.isReadOnly, theme: now.isDark ? "dark" : "light", langCode: languages[now.language] ?? "en", name: now.name,
    aiEnabled: false, detectScroll: false, autoFocus: false, validateEmbeddable: false, isCollaborating: false,
    UIOptions: { tools: { image: false }, canvasActions: { export: false, loadScene: false, saveToActiveFile: false, saveAsImage: false, clearCanvas: false, toggleTheme: false, changeViewBackgroundColor: false } },
  }, createElement(MainMenu)));

  const send = () => {
    if (!api || !isDirty || now.isReadOnly) return;
    isDirty = false;
    const { done, drafts } = changes.take(api.getSceneElementsIncludingDeleted(), atIt(api));
    if (drafts.length > 0) isDirty = true;
    if (done.length + drafts.length > 0) listener.drew(done, drafts);
  };

  function show(elements: RoomBoard["elements"]) {
    const gone = Object.keys(shown).filter(id => !(id in elements));
    shown = elements;
    changes.learn(Object.values(elements));
    changes.forget(gone);
    if (!api) return;
    const scene = api.getSceneElementsIncludingDeleted();
    const next = now.isReadOnly ? onlyThat(scene, elements) : together(api, scene, elements, gone);
    if (next) api.updateScene({ elements: next, captureUpdate: CaptureUpdateAction.NEVER });
    if (next && now.isReadOnly && !hasLookedAround && next.length > 0) api.scrollToContent(next, { fitToViewport: true, viewportZoomFactor: .9, maxZoom: 1, animate: false });
  }

  const timer = setInterval(send, sendEvery);
  const named = new MutationObserver(() => nameParts(host));
  named.observe(host, { childList: true, subtree: true });
  draw();
  return {
    look(look) {
      now = look;
      draw();
    },
    show,
    stop() {
      clearInterval(timer);
      named.disconnect();
      isDirty = true;
      send();
      root.unmount();
    },
  };
}

/** What Excalidraw leaves without a name, or names otherwise than it reads. */
function nameParts(host: HTMLElement) {
  for (const dialog of host.querySelectorAll("[role=dialog]:not([aria-label], [aria-labelledby])")) dialog.setAttribute("aria-label", t("Color"));
  host.querySelector(".reset-zoom-button[aria-label]")?.removeAttribute("aria-label");
  host.querySelector("footer[role=contentinfo]")?.setAttribute("role", "group");
}

const languages: Record<string, string> = { es: "es-ES", ar: "ar-SA" };

/** What is drawn, written or dragged at this moment. */
function atIt(api: Api): (id: string) => boolean {
  const { newElement, multiElement, editingTextElement, selectedElementsAreBeingDragged, isResizing, isRotating, selectedElementIds } = api.getAppState();
  const held = selectedElementsAreBeingDragged || isResizing || isRotating ? selectedElementIds : {};
  return id => id === newElement?.id || id === multiElement?.id || id === editingTextElement?.id || id in held;
}

const read = (elements: readonly BoardElement[], scene: Scene) => {
  const known = new Map(scene.map(e => [e.id, e as Drawn]));
  return restoreElements(elements.map(e => fromSchool(e, known.get(e.id))).filter(e => e !== null) as unknown as Scene, null);
};

/** What the class has newer, beside what this person is at. Null when nothing changes. */
function together(api: Api, scene: Scene, elements: RoomBoard["elements"], gone: readonly string[]) {
  const known = new Map(scene.map(e => [e.id, { version: e.version, nonce: e.versionNonce }]));
  const newer = Object.values(elements).filter(e => replaces(e, known.get(e.id)) && (e.data !== "" || known.has(e.id)));
  if (newer.length + gone.length === 0) return null;
  const staying = scene.filter(e => !gone.includes(e.id));
  return reconcileElements(staying, read(newer, scene) as unknown as Parameters<typeof reconcileElements>[1], api.getAppState());
}

/** The board as it was at the playhead, which may lie behind what is on the screen. */
function onlyThat(scene: Scene, elements: RoomBoard["elements"]) {
  const all = Object.values(elements).filter(e => e.data !== "");
  const isSame = all.length === scene.filter(e => !e.isDeleted).length && scene.every(e => e.isDeleted || (elements[e.id]?.version === e.version && elements[e.id]?.nonce === e.versionNonce));
  return isSame ? null : read(all, scene);
}
