// The only place of the bot's side that reads the environment.

/** Where the user stood: npm runs a script in the package's folder, file names are meant from the user's own. */
export const caller = { folder: process.env.INIT_CWD ?? process.cwd() }
