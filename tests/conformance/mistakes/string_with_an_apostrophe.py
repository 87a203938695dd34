text = 'It's late'
