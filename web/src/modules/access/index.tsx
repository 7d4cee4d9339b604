import { page } from "@/app/module";

export const routes = [{ path: "account", lazy: page(() => import("./Account")) }];
