// Starlight as it comes; only the languages and the name are told, from the file that set_up.py writes beside this one.
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import site from "./site.json" with { type: "json" };

export default defineConfig({
  image: { service: passthroughImageService() },
  integrations: [starlight(site)],
});
