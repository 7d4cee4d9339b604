export { CustomerCompare as default } from "./Compare";
