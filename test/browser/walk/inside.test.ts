import { describeWalk } from "./describe-walk.js";

describeWalk(true);
