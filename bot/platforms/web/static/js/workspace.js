// Starts what htmx does not do by itself: each module looks after one thing on the page.

import { completeCommands } from "./composer.js";
import { lookAfterDialogs } from "./dialog.js";
import { followStream } from "./stream.js";
import { markNews } from "./news.js";
import { tellTrouble } from "./trouble.js";

completeCommands();
lookAfterDialogs();
followStream();
markNews();
tellTrouble();
