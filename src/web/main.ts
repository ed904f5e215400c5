/** Starts the page. */
import { mount } from "svelte";
import App from "./app.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/highlights.css";

mount(App, { target: document.getElementById("app")! });
