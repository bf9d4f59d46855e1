import { QuizAttempt } from "../quiz/attempt";
import { magnifyFigures } from "../quiz/magnify";

customElements.define("quiz-attempt", QuizAttempt);

const attempt = document.querySelector("quiz-attempt");
if (attempt) magnifyFigures(attempt, JSON.parse(attempt.querySelector("script.words")!.textContent!) as Record<string, string>);
