using Lyceum.Web.Hosting;

return await CommandLine.Run(args);
