extension Spanish {
  private static func words(_ list: String) -> Set<String> { Set(list.split(whereSeparator: \.isWhitespace).map(String.init)) }

  static let singularByIrregular: [String: String] = Dictionary(uniqueKeysWithValues: irregulars.map { ($0.1, $0.0) })
  static let pluralByIrregular: [String: String] = Dictionary(uniqueKeysWithValues: irregulars)

  private static let irregulars = [
    ("mes", "meses"), ("país", "países"), ("gas", "gases"), ("tos", "toses"), ("bus", "buses"), ("autobús", "autobuses"),
    ("dios", "dioses"),
    ("imagen", "imágenes"), ("orden", "órdenes"), ("origen", "orígenes"), ("margen", "márgenes"), ("virgen", "vírgenes"),
    ("carácter", "caracteres"), ("régimen", "regímenes"), ("crimen", "crímenes"), ("germen", "gérmenes"), ("volumen", "volúmenes"),
    ("abdomen", "abdómenes"), ("joven", "jóvenes"), ("examen", "exámenes"), ("álbum", "álbumes"), ("pan", "panes"), ("plan", "planes"),
    ("ley", "leyes"), ("rey", "reyes"), ("buey", "bueyes"), ("reloj", "relojes"), ("interés", "intereses"), ("inglés", "ingleses"),
    ("nuez", "nueces"), ("vez", "veces"), ("luz", "luces"), ("pez", "peces"), ("cruz", "cruces"), ("voz", "voces"), ("raíz", "raíces"),
    ("bien", "bienes"), ("gen", "genes"), ("tabú", "tabúes"), ("rubí", "rubíes"), ("iraní", "iraníes"), ("res", "reses"),
    ("azúcar", "azúcares"), ("fin", "fines"), ("cojín", "cojines"), ("sartén", "sartenes"), ("alemán", "alemanes"), ("común", "comunes"),
    ("kiwi", "kiwis"), ("menú", "menús"), ("champú", "champús"), ("té", "tés"), ("café", "cafés"), ("puré", "purés"), ("bebé", "bebés"),
    ("pie", "pies"), ("sofá", "sofás"), ("cáncer", "cánceres"), ("líder", "líderes"),
  ]

  /// Nouns in -e after a single l, r, n, d, or c.
  static let nounsInE = words(
    """
    dulce doce trece bronce cruce avance alcance enlace envase lince roce aire cable chile hule mole baile detalle calle valle muelle
    cierre torre padre madre pobre cobre hombre nombre hambre libre fiebre alambre legumbre higiene grande verde sede base clase fase
    frase case doble triple noble simple posible grave clave nave llave leche noche coche chocolate tomate yate aguacate aceite leche carne
    cine héroe serie nieve jarabe índice apéndice vértice hélice cómplice vórtice ápice cáliz romance balance lance límite
    """
  )

  static let singularsInS = words(
    """
    lunes martes miércoles jueves viernes crisis dosis virus análisis diabetes tesis síntesis hipótesis paréntesis brindis oasis
    menos más tres seis dos mas gratis atlas además antes después entonces jamás quizás detrás atrás los las unos unas sus es
    cactus campus bonus herpes caries tenis pies gafas tijeras vacaciones isis fórceps bíceps tríceps
    todos todas cuyos cuyas estos estas esos esas ellos ellas ambos ambas nuestros nos les
    """)

  /// That end otherwise than by rule.
  static let participles = words(
    "hecho escrito dicho visto puesto compuesto abierto cubierto descubierto roto muerto impreso frito vuelto disuelto resuelto")

  static let feminineNouns = words(
    """
    mano leche carne noche tarde sangre fiebre fuente clase parte llave nieve nube base fase gente mente muerte suerte sede serie sal miel
    piel señal cárcel flor labor mujer coliflor luz voz nuez raíz paz vez cruz red salud sed pared imagen razón sartén diabetes dosis
    crisis hipótesis tesis síntesis foto moto radio especie superficie col corriente simiente tos ley fe semilla lente nave clave calle
    madre torre orden hambre legumbre costumbre lumbre cumbre ave catástrofe hélice faringe laringe HbA1c app web
    prueba internet variante constante patente avena harina proteína vitamina
    """)

  static let masculineNouns = words(
    """
    día mapa clima planeta sofá pijama cometa poeta atleta fantasma coma plasma eczema diploma idioma aroma síntoma problema sistema tema
    lema esquema gramo programa telegrama drama diagrama cinema enema edema té café arroz pez lápiz maíz pan jamón corazón riñón pulmón
    limón melón análisis énfasis paréntesis virus cáncer azúcar alcohol yogur gas mes país interés inglés francés portugués
    avión camión botón cartón carbón jabón salmón camarón ratón león patrón dentista analista especialista nutricionista artista
    paciente cliente agente buzón pezón tendón talón pepinillo panda gorila guardia
    """)

  static let masculineByFeminine = Dictionary(uniqueKeysWithValues: genders.map { ($0.1, $0.0) })
  static let feminineByMasculine = Dictionary(uniqueKeysWithValues: genders)

  private static let genders = [
    ("alemán", "alemana"), ("español", "española"), ("europeo", "europea"), ("holgazán", "holgazana"), ("catalán", "catalana"),
  ]

  static let adjectives = words(
    """
    completo incompleto justo robusto variado pesado
    bueno malo saludable insalubre sano insano dulce agrio amargo salado picante crudo maduro verde fresco seco mojado caliente frío
    tibio grande pequeño largo corto alto bajo mediano medio joven viejo nuevo antiguo rojo azul amarillo naranja blanco negro marrón
    rosa morado gris seguro inseguro peligroso legal ilegal vegano vegetariano biológico orgánico rico pobre fuerte débil duro blando
    suave pesado ligero rápido lento barato caro libre ocupado abierto cerrado lleno vacío verdadero falso cierto correcto incorrecto
    enfermo redondo amable feliz triste inteligente áspero común raro normal anormal embarazada diabético alérgico obeso adecuado
    apto inadecuado prohibido bonito feo perecedero estacional entero integral simple magro graso crujiente agudo crónico adulto vivo
    desnutrido anémico hipertenso deshidratado
    muerto sabroso nutritivo procesado frito cocido asado hervido horneado enlatado congelado tóxico comestible sólido líquido liso
    limpio sucio ancho estrecho grueso fino nulo válido inválido equilibrado jugoso grasiento aceitoso tropical disponible permitido
    listo sospechoso probado autorizado desnudo español inglés alemán francés portugués europeo útil inútil fácil difícil posible
    imposible ultraprocesado azucarado refinado casero industrial natural artificial vegetal calórico proteico
    peludo tranquilo profundo claro oscuro eficaz ineficaz esencial estéril fértil potable refrigerado
    desnatado pasteurizado fermentado moreno rubio soltero casado activo inactivo anciano maligno benigno gratis gratuito obligatorio
    opcional contagioso hereditario mayor menor infeliz cansado hambriento
    """)

  static let nounsLikeQualities = words(
    """
    ganado mercado estado resultado lado cuidado significado pecado soldado abogado diputado empleado pescado helado
    comida bebida medida vida herida salida subida partida ensalada limonada entrada tonelada mermelada espada hada hígado
    bacalao tejido sentido pedido partido ruido óxido peróxido comprimido apellido marido oído vestido
    clínica música fábrica política matemática física química botánica medicina médico técnico mecánico medicamento tráfico tópico
    hospital animal mineral cereal metal canal festival cristal arsenal ritual sal mal capital rival señal portal cal
    paciente cliente ambiente nutriente ingrediente agente accidente componente recipiente continente presidente gerente pariente
    diente lente gente mente semilla corriente restaurante planta elefante gigante purgante estudiante habitante fabricante
    comerciante viajante antioxidante refrescante colorante conservante edulcorante fertilizante variante constante diamante instante
    amante fuente puente suplente aguante guante
    motivo archivo objetivo adjetivo aditivo cultivo preservativo laxante salario aniversario diccionario horario armario calendario
    comentario funcionario formulario diario veterinario bibliotecario escenario azúcar lugar mujer mar par bar altar pilar ejemplar
    dólar hogar collar celular paladar pulgar radar hangar bazar auxiliar familiar militar manjar caviar pomar néctar
    alimento suplemento aumento tratamiento momento documento argumento cemento fermento pimiento instrumento elemento departamento
    apartamento movimiento viento talento evento acento asiento condimento
    dinero enero febrero enfermero cocinero panadero ingeniero cordero
    lector doctor vendedor trabajador consumidor computador proveedor jugador profesor servidor productor moderador enrutador
    índice harina dolor color flor valor calor amor olor sabor tumor motor sector autor director pudor factor
    causa toma cura dieta cuenta compra cambio marca muestra prueba renta venta ayuda duda cama gasto costo uso paso pago
    elixir nadir porvir faquir emir souvenir caza
    café pie fe bebé puré té placer poder deber saber ser taller alquiler alfiler carácter líder mártir cáncer
    """)

  static let everydayWords = words(
    """
    el la los las un una unos unas de del en por para con sin sobre entre hasta desde y e o u pero porque que si como cuando donde quien
    cual qué cuál cuáles cuánto cuánta cuántos cuántas cuándo dónde quién cómo no sí también ya aún solo más menos muy mucho poco bien mal
    hoy ayer mañana aquí allí esto eso aquello este esta ese esa él ella ellos ellas yo tú usted nosotros ustedes me te lo le nos mi tu su
    nuestro es son está están fue era tiene tienen hay ser estar hacer puede pueden debe deben quiero quiere puedo necesito gusta sé sabe
    creo digo dice gracias hola bueno buenos buenas día tarde noche favor ayuda pregunta respuesta cosa cosas persona personas tiempo
    vez veces año años mes semana hora casa comida agua comer beber tomar ver dar ir venir
    """)
}
