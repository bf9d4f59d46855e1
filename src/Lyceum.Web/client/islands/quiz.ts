import { QuizAttempt } from "../quiz/attempt";

customElements.define("quiz-attempt", QuizAttempt);
