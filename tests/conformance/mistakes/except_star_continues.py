while True:
    try:
        pass
    except* ValueError:
        if True:
            continue
