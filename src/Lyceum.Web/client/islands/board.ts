export { mountBoard } from "../class/board/excalidraw";
