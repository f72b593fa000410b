// What any injected script costs: the rest is measured net of this.
document.documentElement.append(document.createElement("plainread-bench"));
