// The worker's own script: webpack makes a bundle of it.
import { answerPage } from "./answerPage.js";

answerPage(self);
