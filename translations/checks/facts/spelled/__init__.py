"""Numbers in words: ``hai mươi lăm``, ``twenty-five``, ``二十五``, ``스물다섯``."""
