// Every page works without this. What it adds: the keyboard, answers in place, what others do while one reads.
import "./keys.js";
import "./reasons.js";
import "./talk.js";
import "./teach.js";
import "./import.js";
import "./live.js";

document.documentElement.classList.add("scripted");
