"""What a start finds: where everything lies, whose file it is, who one is, whose roster counts."""
