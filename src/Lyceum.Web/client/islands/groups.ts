import { GroupBoard } from "../courses/group-board";

const root = document.querySelector<HTMLElement>("[data-groups]");
if (root) new GroupBoard(root);
