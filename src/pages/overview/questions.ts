import {html} from "htl";
import {pageAddress} from "../../components/words/page-address.js";

interface Question {
  question: string;
  /** Where it is answered, and how. */
  page: string;
  place?: string;
  title: string;
  answer: string;
}

/** What readers ask, and the page that answers it. */
const questions: readonly Question[] = [
  {
    question: "Does a GPU cluster pay?",
    page: "invest",
    title: "Investment case",
    answer: "return, debt cover, break-even prices"
  },
  {
    question: "What should I build with 20 MW?",
    page: "build",
    title: "Build a site",
    answer: "what to order and when, and what limits it"
  },
  {
    question: "What is the cheapest way to serve a model?",
    page: "inference",
    title: "Inference",
    answer: "accelerator, batch, cost per token"
  },
  {
    question: "Who sells tokens below cost?",
    page: "market",
    place: "#which-offers-are-below-cost",
    title: "Market prices",
    answer: "every offer beside what it costs to serve"
  },
  {
    question: "What if prices fall twice as fast?",
    page: "sheet",
    title: "Spreadsheet",
    answer: "change any number, see every month"
  }
];

/** Where to go next. */
export function nextQuestions(): HTMLElement {
  return html`<nav class="questions" aria-labelledby="what-would-you-like-to-know">
    <h2 id="what-would-you-like-to-know">What would you like to know?</h2>
    ${questions.map(({question, page, place = "", title, answer}) => {
      return html`<a href=${pageAddress(page, place)}><b>${question}</b> <span>${title}: ${answer}</span></a>`;
    })}
  </nav>`;
}
