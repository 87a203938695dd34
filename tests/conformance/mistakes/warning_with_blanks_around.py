turns = 0is 
